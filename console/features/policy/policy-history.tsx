import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import type {
  HandOffPolicy,
  PolicyFeature,
  PolicyTightening,
  PolicyVersion,
} from '../../../contract/index.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { dayAndClock } from '../../ui/time.ts';
import { askToPublish } from './publish-policy.tsx';

/** Every version with who, when and why; what differs from the one in force; drafts go on, earlier ones come back. */
export function PolicyHistory({
  versions,
  inForce,
  onEdit,
}: {
  versions: PolicyVersion[];
  inForce: PolicyVersion;
  onEdit: (version: PolicyVersion) => void;
}) {
  const say = useWords('policy');
  const language = useLanguage();
  return (
    <Stack maw={860} gap="md">
      {versions.map((one) => (
        <section key={one.version} style={{ borderBottom: '1px solid var(--line)', paddingBottom: 12 }}>
          <Group justify="space-between" gap="xs">
            <Group gap="xs">
              <Text fw={600}>{say.version(one.version)}</Text>
              {one.inForce && <Badge tt="none">{say.inForceShort}</Badge>}
              {one.status === 'draft' && (
                <Badge variant="default" tt="none">
                  {say.draft}
                </Badge>
              )}
              <Text size="sm" className="dim">
                {say.by(
                  one.publishedBy ?? one.savedBy,
                  dayAndClock(one.publishedAt ?? one.savedAt, language),
                )}
              </Text>
            </Group>
            {one.status === 'draft' ? (
              <Button size="compact-sm" variant="default" onClick={() => onEdit(one)}>
                {say.edit}
              </Button>
            ) : (
              !one.inForce && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => askToPublish(one, inForce.version, say.publishTitle)}
                >
                  {say.restore}
                </Button>
              )
            )}
          </Group>
          <Text size="sm">{one.note || (one.version === 1 ? say.product : '')}</Text>
          {!one.inForce && <Differences from={inForce.policy} to={one.policy} />}
        </section>
      ))}
    </Stack>
  );
}

const lines = ['offerAt', 'handOffAt', 'mildAtMost', 'busyRaisesOfferBy', 'highValueFrom'] as const;

function Differences({ from, to }: { from: HandOffPolicy; to: HandOffPolicy }) {
  const say = useWords('policy');
  const found = [
    ...lines
      .filter((name) => from[name] !== to[name])
      .map((name) => `${say[name]}: ${from[name]} → ${to[name]}`),
    ...(Object.keys(to.points) as PolicyFeature[])
      .filter((name) => from.points[name] !== to.points[name])
      .map((name) => `${say.features[name]}: ${from.points[name]} → ${to.points[name]}`),
    ...(Object.keys(to.tighten) as PolicyTightening[])
      .filter((name) => from.tighten[name] !== to.tighten[name])
      .map((name) => `${to.tighten[name] ? '+' : '−'} ${say.tighten[name]}`),
  ];
  return (
    <Text size="sm" className="dim" mt={4}>
      {found.length === 0 ? say.same : `${say.differs}: ${found.join(' · ')}`}
    </Text>
  );
}
