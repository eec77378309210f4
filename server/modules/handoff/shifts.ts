import { isOpen, nextOpening } from '../../../brain/opening-hours.ts';
import type { Agent } from '../../../contract/index.ts';
import type { SkillGroup } from '../accounts/index.ts';

/** Whether people can be reached: opening hours on paper, presence in fact. */
export type Shifts = ReturnType<typeof createShifts>;

export function createShifts(now: () => number) {
  return {
    hoursOf(group: SkillGroup): { open: boolean; nextOpeningAt: number | null } {
      const at = now();
      const open = isOpen(group.hours, at);
      return { open, nextOpeningAt: open ? null : nextOpening(group.hours, at) };
    },
    /**
     * Somebody of the group is there: online at any hour, or only away while the group is open.
     */
    onShift(group: SkillGroup, agents: Agent[]): boolean {
      const open = isOpen(group.hours, now());
      return agents.some(
        (agent) =>
          agent.groupIds.includes(group.id) &&
          !agent.disabled &&
          (agent.presence.status === 'online' || (open && agent.presence.status === 'away')),
      );
    },
  };
}
