import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import {
  type Background,
  type KnownArticle,
  type Learned,
  learnShop,
} from '../../../brain/retrieval/index.ts';

/** What the worker is asked, and answers. */
export type LearnRequest = { articles: KnownArticle[]; outside: Background };

/**
 * Learns from a shop's articles in a worker thread of its own, made for the task and ended with it, so that chats go on
 * meanwhile. Run from source there is no built worker: it learns in this thread.
 */
export async function learnInWorker(request: LearnRequest): Promise<Learned> {
  const program = new URL('./learn-shop.js', import.meta.url);
  if (!existsSync(program)) return learnShop(request.articles, request.outside);
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: request });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the learning worker ended with ${code}`)));
    worker.unref();
  });
}
