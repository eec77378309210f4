import { expect, it } from 'vitest';
import { mood } from './feeling.ts';
import { type Entry, entryForCustomer } from './timeline.ts';

it('reads the mood of hand-offs from before there was a line of feelings', () => {
  for (const feeling of ['calm', 'dissatisfied', 'angry'])
    expect(mood.parse({ feeling, quote: null })).toEqual({ feeling, quote: null });
});

it('keeps what a message feels like from its customer', () => {
  const entry = {
    type: 'message.sent',
    body: { text: 'hi', turn: null, feeling: { emotion: 'angry', strength: 2 } },
  } as unknown as Entry;
  expect(JSON.stringify(entryForCustomer(entry))).not.toContain('angry');
});
