import { Group, Tabs, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { mayManage, useMe } from '../../app/me.ts';
import { useWords } from '../../app/use-words.ts';

const paths = { gaps: '/learning/gaps', golden: '/learning/golden', outcomes: '/learning/outcomes' } as const;
type LearningPlace = keyof typeof paths;

/** The head of the three screens on which the desk gets better. */
export function LearningHead({ place, children }: { place: LearningPlace; children?: ReactNode }) {
  const say = useWords('gaps');
  const navigate = useNavigate();
  const manages = mayManage(useMe().data?.agent.role ?? 'agent');
  const places = (Object.keys(paths) as LearningPlace[]).filter((one) => one !== 'outcomes' || manages);
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          {say.place}
        </Title>
        <Group>{children}</Group>
      </Group>
      <Tabs
        value={place}
        onChange={(next) => void navigate({ to: paths[(next ?? 'gaps') as LearningPlace] })}
        mb="md"
      >
        <Tabs.List>
          {places.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {say.places[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
    </>
  );
}
