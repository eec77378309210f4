import { learnShop } from '../../../brain/retrieval/index.ts';
import type { LearnRequest } from './index.ts';

/** The process of `learnApart`: learns from what it is sent, answers once, ends. It also ends when the desk does. */
process.once('message', ({ articles, outside }: LearnRequest) => {
  process.send?.(learnShop(articles, outside), () => process.disconnect());
});
process.once('disconnect', () => process.exit());
