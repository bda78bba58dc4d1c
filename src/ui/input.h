/* What the outside tells the inside: pointer, keys, text, time. Touch is a pointer. */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include <stdbool.h>
#include <stdint.h>

typedef enum InputType {
    INPUT_NONE,
    INPUT_POINTER_DOWN,
    INPUT_POINTER_MOVE,
    INPUT_POINTER_UP,
    INPUT_WHEEL,  /* y notches under the pointer; y > 0: content moves down */
    INPUT_KEY,    /* key pressed, repeats included */
    INPUT_KEY_UP, /* key released */
    INPUT_TEXT,   /* UTF-8 typed */
    INPUT_RESIZE,
    INPUT_TICK,     /* time has passed; something may move */
    INPUT_GO,       /* focus goes to the node with the key in `text`: a screen reader asked */
    INPUT_PICTURES, /* pictures became ready */
    INPUT_WORD,     /* a word of what is being said begins: see Input */
    INPUT_SAID,     /* all that was to be said has been said */
    INPUT_CLOSED,   /* the window beside was closed by a hand */
    INPUT_NO_VOICE  /* nothing can be said any more in this run */
} InputType;

typedef enum Key {
    KEY_NONE,
    KEY_TAB,
    KEY_BACK_TAB,
    KEY_ENTER,
    KEY_SPACE,
    KEY_ESCAPE,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_UNDO,   /* Ctrl+Z */
    KEY_BREAK,  /* F2 */
    KEY_NOT_OK, /* F3 */
    KEY_HEAR,   /* F4: says the page's words again */
    KEY_MUTE,   /* F6: no sound at all, and back */
    KEY_HELP,   /* F1: what each key does */
    KEY_BACK,   /* a gamepad's B: out of the hand, or the screen's way back */
    KEY_STRIP,  /* F8: the helper's strip beside a sitting, and away again */
    KEY_COVER,  /* F9: a colouring page instead of everything */
    KEY_LOCK    /* Ctrl+L: closes and locks everything */
} Key;

typedef struct Input {
    InputType type;
    float x, y;
    Key key;
    bool repeat;       /* the key has been down for a while */
    bool beside;       /* of the window beside */
    bool pad;          /* a gamepad's button: with one-switch scanning any of them is the switch */
    char text[64];     /* INPUT_TEXT; INPUT_GO; INPUT_WORD: key of the node that is read */
    int start, length; /* INPUT_WORD: bytes of what that node says */
} Input;

/* What a screen hears, after hit-testing, focus and pick-then-place were taken care of. */
typedef enum UiEventType {
    UI_PRESS, /* a node's action */
    UI_PLACE, /* card `action.item` was placed on the target `target` */
    UI_DRAW,  /* a pointer drew `trail` on the sheet with this action */
    UI_EDIT,  /* field `action.item` now holds `text` */
    UI_KEY,   /* a key nobody used */
    UI_TICK
} UiEventType;

#endif
