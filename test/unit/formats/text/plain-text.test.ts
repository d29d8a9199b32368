import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../src/formats/text/index.ts';

describe('words of a piece of HTML', () => {
  it.each([
    ['<p>One</p><p>Two<br/>Three</p>', 'One\nTwo\nThree'],
    ['a &amp; b &lt;c&gt; &#8211; &#x41;&nbsp;d', 'a & b <c> – A d'],
    ['&amp;lt;b&amp;gt; is decoded once', '&lt;b&gt; is decoded once'],
    ['<script>alert("x")</script>safe<style>p{}</style>', 'safe'],
    ['<SCRIPT src=x>never closed', ''],
    ['<!-- hidden -->shown<!-- open', 'shown'],
    ['<img src=x onerror=alert(1)>after', 'after'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['&unknown; &#0; &#55296;', '&unknown; \uFFFD \uFFFD'],
    ['  many \t blanks\n\n\n and lines ', 'many blanks\nand lines'],
  ])('%j', (html, text) => expect(plainText(html)).toBe(text));

  it('shortens what is too long, and says so', () => {
    expect(plainText('abcdef', 4)).toBe('abc…');
  });

  it('takes time in proportion to its input, also for hostile text', () => {
    const processorTime = (times: number): number => {
      const before = process.cpuUsage();
      for (const piece of ['<', '<a', '<!--', '<script></script>', '&', ' \n'])
        plainText(piece.repeat(times));
      return process.cpuUsage(before).user;
    };
    const short = Math.min(processorTime(40_000), processorTime(40_000));
    // Ten times the text; a hundred times the work would be quadratic.
    expect(processorTime(400_000) / short).toBeLessThan(40);
  });
});
