/**
 * Fetches and compiles a WebAssembly module. Compiling while it comes needs a server that says
 * `application/wasm`; small ones inside closed networks often do not, so the bytes are enough.
 */
export async function loadModule(url: string): Promise<WebAssembly.Module> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const again = answer.clone();
  try {
    return await WebAssembly.compileStreaming(answer);
  } catch {
    return WebAssembly.compile(await again.arrayBuffer());
  }
}
