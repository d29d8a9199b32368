import { modelDeriver } from '../tasks/derive-model.ts';

export { standardFormats as formats } from '../tasks/standard-formats.ts';

/** What follows from the files: the same as in the page. */
export const derive = modelDeriver();
