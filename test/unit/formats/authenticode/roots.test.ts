import { describe, expect, it } from 'vitest';
import { readRoots } from '../../../../src/formats/authenticode/index.ts';
import { p7bOf, pemOf } from '../../../support/signing/make-certificate.ts';
import { authority, root, stampRoot } from '../../../support/signing/signing-site.ts';

const read = (content: BlobPart, name = 'root.cer') => readRoots(new File([content], name));

async function subjects(content: BlobPart): Promise<readonly string[]> {
  const result = await read(content);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.roots.map(({ subject }) => subject);
}

describe('files with root certificates', () => {
  it('DER, PEM, several PEM blocks between other text, and PKCS#7 in both forms', async () => {
    expect(await subjects(root.der)).toEqual(['CN=Test Root']);
    expect(await subjects(pemOf(root))).toEqual(['CN=Test Root']);
    const bundle = `# roots\n${pemOf(root)}\nand\r\n${pemOf(stampRoot).replaceAll('\n', '\r\n')}`;
    expect(await subjects(bundle)).toEqual(['CN=Test Root', 'CN=Test Stamp Root']);
    const p7b = p7bOf([authority, root]);
    expect(await subjects(p7b)).toEqual(['CN=Test Root']);
    const armoured = `-----BEGIN PKCS7-----\n${Buffer.from(p7b).toString('base64')}\n-----END PKCS7-----`;
    expect(await subjects(armoured)).toEqual(['CN=Test Root']);
  });

  it('gives thumbprint, validity and the certificate, and names what is no root', async () => {
    const result = await read(p7bOf([authority, root]), 'chain.p7b');
    expect(result).toEqual({
      ok: true,
      value: {
        roots: [
          {
            subject: 'CN=Test Root',
            sha256: root.sha256,
            notBefore: '2020-01-01T00:00:00.000Z',
            notAfter: '2040-01-01T00:00:00.000Z',
            certificate: Buffer.from(root.der).toString('base64'),
            file: 'chain.p7b',
          },
        ],
        others: ['CN=Test Authority'],
      },
    });
  });

  it('what is no certificate, no root, too large or cut is refused by its name', async () => {
    const code = async (content: BlobPart) => {
      const result = await read(content, 'x.cer');
      return result.ok ? 'read' : `${result.error.file} ${result.error.code}`;
    };
    expect(await code('hello')).toBe('x.cer root-not-understood');
    expect(await code('')).toBe('x.cer root-not-understood');
    expect(await code(root.der.slice(0, 80))).toBe('x.cer root-not-understood');
    expect(await code('-----BEGIN CERTIFICATE-----\n====\n-----END CERTIFICATE-----')).toBe(
      'x.cer root-not-understood',
    );
    expect(await code(authority.der)).toBe('x.cer root-missing');
    expect(await code(new Uint8Array(5 * 1024 * 1024))).toBe('x.cer file-too-large');
    expect(await code(pemOf(root).repeat(100))).toBe('x.cer root-not-understood');
  });
});
