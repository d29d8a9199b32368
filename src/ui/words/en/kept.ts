/** What an error of one file says was kept: other files of the same batch may have come in. */
export const nothing = 'Nothing of this file was imported; everything stored before is as it was.';
