import { expect, it } from 'vitest';
import { rejectionCodes } from '../../../../src/domain/index.ts';
import { rejectionMessage } from '../../../../src/formats/scan-json/index.ts';

it.each(rejectionCodes)('%s: names the file, the place and a remedy', (code) => {
  const message = rejectionMessage({ code, file: 'some file.xml', place: 'line 7', details: { limit: 5 } });
  expect(message).toMatch(/^some file\.xml, line 7: .{10,} \(limit 5\); .{10,}\.$/);
  expect(message).not.toContain('undefined');
});
