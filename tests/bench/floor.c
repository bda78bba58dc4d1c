/* The floor: the least an SDL program can do. A window on SDL's cheapest path, one line of text,
 * first present; then a new line for every key. Prints "whole <nanoseconds>" after each present,
 * like `pebblecove --bench-mark`.
 *     bench_floor FONT WIDTH HEIGHT */
#include <SDL.h>
#include <SDL_ttf.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static void mark(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    printf("whole %lld\n", (long long)now.tv_sec * 1000000000LL + now.tv_nsec);
    fflush(stdout);
}

static void fail(const char *what)
{
    fprintf(stderr, "bench_floor: %s: %s\n", what, SDL_GetError());
    exit(1);
}

static void show(SDL_Renderer *renderer, TTF_Font *font, int number)
{
    char line[40];
    snprintf(line, sizeof line, "Who is here? %d", number);
    SDL_Surface *text = TTF_RenderUTF8_Blended(font, line, (SDL_Color){34, 49, 63, 255});
    SDL_Texture *texture = text ? SDL_CreateTextureFromSurface(renderer, text) : NULL;
    if (!texture) {
        fail("text");
    }
    SDL_Rect place = {40, 40, text->w, text->h};
    SDL_SetRenderDrawColor(renderer, 255, 253, 247, 255);
    SDL_RenderClear(renderer);
    SDL_RenderCopy(renderer, texture, NULL, &place);
    SDL_RenderPresent(renderer);
    SDL_DestroyTexture(texture);
    SDL_FreeSurface(text);
    mark();
}

static void run(SDL_Renderer *renderer, TTF_Font *font)
{
    SDL_Event event;
    int number = 0;
    show(renderer, font, number);
    while (SDL_WaitEvent(&event) && event.type != SDL_QUIT) {
        if (event.type == SDL_KEYDOWN) {
            show(renderer, font, ++number);
        }
    }
}

int main(int count, char **arguments)
{
    if (count != 4) {
        fprintf(stderr, "bench_floor FONT WIDTH HEIGHT\n");
        return 2;
    }
    int width = (int)strtol(arguments[2], NULL, 10), height = (int)strtol(arguments[3], NULL, 10);
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) {
        fail("start");
    }
    SDL_Window *window = SDL_CreateWindow("floor", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                          width, height, SDL_WINDOW_SHOWN);
    SDL_Renderer *renderer = window ? SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE) : NULL;
    TTF_Font *font = TTF_OpenFont(arguments[1], 32);
    if (!renderer || !font) {
        fail("window");
    }
    run(renderer, font);
    TTF_CloseFont(font);
    SDL_DestroyRenderer(renderer);
    SDL_DestroyWindow(window);
    TTF_Quit();
    SDL_Quit();
    return 0;
}
