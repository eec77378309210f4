// The worker that runs the model, so that a product of matrices never holds up a chat. Plain JavaScript, shipped as it
// stands: Node starts it from source and from the installed package alike.
// In: { ids, mask: BigInt64Array, rows, width }. Out: { runtime } once, then { vectors: Float32Array } a batch, or { fault }.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { model, runtime, wasmFolder, threads } = workerData;

/** Native, where its binary fits this machine. */
async function openNative() {
  const ort = await import('onnxruntime-node');
  const { InferenceSession, Tensor } = ort.default ?? ort;
  const session = await InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionProviders: ['cpu'],
  });
  return { runtime: 'native', session, Tensor };
}

/** WebAssembly: about four times slower, runs everywhere. */
async function openWasm() {
  const ort = await import(pathToFileURL(join(wasmFolder, 'ort.wasm.bundle.min.mjs')).href);
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = await readFile(join(wasmFolder, 'ort-wasm-simd-threaded.wasm'));
  const session = await ort.InferenceSession.create(await readFile(model), { executionProviders: ['wasm'] });
  return { runtime: 'wasm', session, Tensor: ort.Tensor };
}

async function open() {
  if (runtime === 'wasm') return openWasm();
  try {
    return await openNative();
  } catch (error) {
    if (runtime === 'native') throw error;
    return { ...(await openWasm()), note: String(error) };
  }
}

const { session, Tensor, ...opened } = await open();
parentPort.postMessage(opened);

parentPort.on('message', async ({ ids, mask, rows, width }) => {
  try {
    const { vector } = await session.run({
      ids: new Tensor('int64', ids, [rows, width]),
      mask: new Tensor('int64', mask, [rows, width]),
    });
    parentPort.postMessage({ vectors: Float32Array.from(vector.data) });
  } catch (error) {
    parentPort.postMessage({ fault: String(error) });
  }
});
