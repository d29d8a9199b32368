import type { Progress } from '../domain/index.ts';

/** Where messages go; standard output is for results alone. */
export interface Terminal {
  say(line: string): void;
  progress(progress: Progress): void;
  /** Takes the progress line away. */
  clear(): void;
}

/** Everything but tab and line feed that could move a terminal's cursor or change its state. */
// eslint-disable-next-line no-control-regex -- exactly these are meant
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text from files made safe to show on a terminal: control and direction characters become U+FFFD. */
export function printable(text: string): string {
  return text.replace(controls, '\uFFFD');
}

/** Messages on standard error; the progress line only where a person watches. */
export function terminalOn(stream: NodeJS.WriteStream): Terminal {
  let shown = '';
  let last = 0;
  const clear = (): void => {
    if (shown !== '') stream.write(`\r${' '.repeat(shown.length)}\r`);
    shown = '';
  };
  return {
    clear,
    say(line) {
      clear();
      stream.write(`${printable(line)}\n`);
    },
    progress({ phase, done, total, unit, item }) {
      const now = performance.now();
      if (!stream.isTTY || (now - last < 100 && done < total)) return;
      last = now;
      clear();
      shown = printable(`${phase}: ${done} of ${total} ${unit} ${item}`).slice(0, (stream.columns || 80) - 1);
      stream.write(shown);
    },
  };
}
