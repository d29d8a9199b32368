import kernelUrl from '../../build/scan.wasm?url';

/**
 * Fetches and compiles the kernel. Compiling while it comes needs a server that says
 * `application/wasm`; small ones inside closed networks often do not, so the bytes are enough.
 */
export async function loadKernel(): Promise<WebAssembly.Module> {
  const answer = await fetch(kernelUrl);
  if (!answer.ok) throw new Error(`${kernelUrl}: ${answer.status}`);
  const again = answer.clone();
  try {
    return await WebAssembly.compileStreaming(answer);
  } catch {
    return WebAssembly.compile(await again.arrayBuffer());
  }
}
