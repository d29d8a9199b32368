import { quarterAgrees } from '../support/agree-in-browser.ts';

quarterAgrees(0);
