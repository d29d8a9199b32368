/** `1 machine`, `3 machines`. */
export function counted(value: number, one: string, many: string): string {
  return `${value} ${value === 1 ? one : many}`;
}
