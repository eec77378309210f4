const fewest = 5;

/**
 * Expected seconds until the customer at `position` is served: with `capacitySlots` conversations handled at once, one
 * ends every (mean handling time / slots) seconds, and `position` of them must end (the departure rate of a busy
 * multi-server queue). Null when nobody is there or fewer than five handlings were measured: then nothing is promised.
 */
export function expectedWaitSeconds(measured: {
  position: number;
  recentHandlings: readonly { handlingSeconds: number }[];
  capacitySlots: number;
}): number | null {
  const { position, recentHandlings, capacitySlots } = measured;
  if (capacitySlots < 1 || recentHandlings.length < fewest) return null;
  const mean = recentHandlings.reduce((sum, one) => sum + one.handlingSeconds, 0) / recentHandlings.length;
  return Math.round((position * mean) / capacitySlots);
}
