import { parentPort, workerData } from 'node:worker_threads';
import { learnShop } from '../../../brain/retrieval/index.ts';
import type { LearnRequest } from './index.ts';

/** The thread of `learnInWorker`: learns from what it was given, answers once, ends. */
const { articles, outside } = workerData as LearnRequest;
parentPort?.postMessage(learnShop(articles, outside));
