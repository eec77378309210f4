import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  type Background,
  type KnownArticle,
  type Learned,
  learnShop,
} from '../../../brain/retrieval/index.ts';

/** What the learning process is asked, and answers. */
export type LearnRequest = { articles: KnownArticle[]; outside: Background };

const politely = 10;

/**
 * Learns from a shop's articles in a process of its own, made for the task and ended with it: chats go on and go first,
 * and its memory (hundreds of megabytes for a moment) goes back to the machine. Run from source there is no built
 * program: it learns in this thread.
 */
export async function learnApart(request: LearnRequest, signal: AbortSignal): Promise<Learned> {
  const program = fileURLToPath(new URL('./learn-shop.js', import.meta.url));
  if (!existsSync(program)) return learnShop(request.articles, request.outside);
  return new Promise((resolve, reject) => {
    const child = fork(program, { serialization: 'advanced', execArgv: [], signal });
    child.once('message', (learned) => resolve(learned as Learned));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the learning process ended with ${code}`)));
    try {
      setPriority(child.pid ?? 0, politely);
    } catch {
      // Where priorities may not be changed it competes as an equal.
    }
    child.send(request);
  });
}
