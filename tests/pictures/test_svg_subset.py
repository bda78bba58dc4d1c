"""Broken pictures and what is said about them; and what is fine."""
import unittest

from svg_subset import faults_of

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
TITLE = '<title>A dot</title>'


def picture(body, head=HEAD, title=TITLE):
    return f'{head}{title}{body}</svg>'


class Subset(unittest.TestCase):
    def refused(self, text, part):
        faults = list(faults_of(text))
        self.assertEqual(len(faults), 1, faults)
        self.assertIn(part, faults[0])

    def test_fine(self):
        for body in ('<circle cx="5" cy="5" r="4" fill="#fff"/>',
                     '<path d="M0 0l1 1" stroke="rgb(1, 2, 3)" fill="none"/>',
                     '<defs><linearGradient id="a" x1="0" y1="0" x2="0%" y2="100%">'
                     '<stop offset="0%" stop-color="#000000"/></linearGradient></defs>'
                     '<rect width="9" height="9" fill="url(#a)"/>',
                     '<defs><radialGradient id="a" gradientUnits="userSpaceOnUse" cx="5" cy="5"'
                     ' r="3"><stop offset="100%" stop-color="#000000"/></radialGradient></defs>'):
            self.assertEqual(list(faults_of(picture(body))), [])

    def test_refused(self):
        for body, part in (
                ('<text>no</text>', '<text>'),
                ('<use href="#a"/>', '<use>'),
                ('<g opacity="0.5"/>', 'opacity'),
                ('<g clip-path="url(#a)"/>', 'clip-path'),
                ('<rect style="fill:red"/>', 'style'),
                ('<rect fill="red"/>', '#rrggbb'),
                ('<rect fill="#11223344"/>', '#rrggbb'),
                ('<rect fill="currentColor"/>', '#rrggbb'),
                ('<rect fill="url(#nowhere)"/>', 'names no gradient'),
                ('<linearGradient x2="1"/>', 'per cent'),
                ('<linearGradient gradientTransform="scale(2)"/>', 'gradientTransform'),
                ('<linearGradient><stop offset="0.5"/></linearGradient>', 'per cent')):
            self.refused(picture(body), part)

    def test_whole(self):
        self.refused(picture('', title=''), '<title>')
        self.refused(picture('', head=HEAD.replace('viewBox="0 0 10 10"', '')), 'viewBox')
        self.refused('<svg', 'well formed')
        self.refused('<!DOCTYPE svg>' + picture(''), 'DOCTYPE')
        self.refused('<svg viewBox="0 0 1 1"/>', 'root')


if __name__ == '__main__':
    unittest.main()
