import { makeFormat } from '../format.ts';

export const format = makeFormat('en-GB');
