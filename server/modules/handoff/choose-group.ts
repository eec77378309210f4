import type { Language, ReasonCode, Settings } from '../../../contract/index.ts';
import type { SkillGroup } from '../accounts/index.ts';

/** Language first, then the reason, then the default; a group that lacks the customer's language is passed over if another has it. */
export function chooseGroup(
  groups: SkillGroup[],
  settings: Settings,
  language: Language,
  reason: ReasonCode | null,
): SkillGroup | null {
  const wanted = [
    settings.groupByLanguage[language],
    reason ? settings.groupByReason[reason] : undefined,
    settings.defaultGroupId ?? undefined,
  ];
  const named = wanted.flatMap((id) => groups.find((group) => group.id === id) ?? []);
  const speaking = [...named, ...groups].find((group) => group.languages.includes(language));
  return speaking ?? named[0] ?? groups[0] ?? null;
}

/** 3 is the most urgent. */
const urgency: Record<ReasonCode, number> = {
  safety: 3,
  threat: 3,
  legal_threat: 3,
  payment_details: 2,
  account_takeover: 3,
  minor: 2,
  distress: 2,
  anger: 2,
  dispute: 2,
  vip: 2,
  high_value: 2,
  entangled: 1,
  exception_wanted: 1,
  identity_needed: 1,
  dissatisfied: 1,
  tool_failed: 1,
  repeated_question: 1,
  asked_for_person: 1,
  accepted_offer: 1,
  transferred: 1,
  taken_over: 1,
  message_left: 1,
  ai_failed: 1,
  repeated_misses: 1,
};

/** A gold customer is served one step earlier. */
export function priorityOf(reason: ReasonCode, level: string): number {
  return Math.min(3, urgency[reason] + (level === 'gold' ? 1 : 0));
}
