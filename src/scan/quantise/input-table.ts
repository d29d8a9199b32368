import type { Literal } from '../program/and-graph.ts';

const empty = -1;

/** Inputs of the graph by subject and boundary: whole numbers all of them, so one table instead of many maps. */
export class InputTable {
  #subjects = new Int32Array(1 << 9).fill(empty);
  #boundaries = new Int32Array(1 << 9);
  #literals = new Int32Array(1 << 9);
  #count = 0;

  get(subject: number, boundary: number): Literal | undefined {
    const at = this.#find(subject, boundary);
    return this.#subjects[at] === empty ? undefined : this.#literals[at];
  }

  /** For a subject and boundary that are not there yet. */
  add(subject: number, boundary: number, literal: Literal): void {
    if (this.#count * 2 >= this.#subjects.length) this.#grow();
    const at = this.#find(subject, boundary);
    this.#subjects[at] = subject;
    this.#boundaries[at] = boundary;
    this.#literals[at] = literal;
    this.#count += 1;
  }

  /** Where it is, or where it would be. */
  #find(subject: number, boundary: number): number {
    const last = this.#subjects.length - 1;
    const mixed = Math.imul(subject + 1, 0x9e3779b1) ^ Math.imul(boundary + 1, 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & last;
    while (
      this.#subjects[at] !== empty &&
      (this.#subjects[at] !== subject || this.#boundaries[at] !== boundary)
    ) {
      at = (at + 1) & last;
    }
    return at;
  }

  #grow(): void {
    const [subjects, boundaries, literals] = [this.#subjects, this.#boundaries, this.#literals];
    this.#subjects = new Int32Array(subjects.length * 2).fill(empty);
    this.#boundaries = new Int32Array(subjects.length * 2);
    this.#literals = new Int32Array(subjects.length * 2);
    this.#count = 0;
    for (let at = 0; at < subjects.length; at++) {
      if (subjects[at] === empty) continue;
      this.add(subjects[at] as number, boundaries[at] as number, literals[at] as number);
    }
  }
}
