/** What an error of one file says was kept: other files of the same batch may have come in. */
export const nothing = 'Von dieser Datei wurde nichts importiert; alles vorher Gespeicherte ist, wie es war.';
