import { Fieldset, Group, NumberInput, SimpleGrid, Slider, Stack, Switch, Text } from '@mantine/core';
import {
  type HandOffPolicy,
  type PolicyFeature,
  type PolicyFeatureGroup,
  policyFeatureGroups,
  policyTightenings,
} from '../../../contract/index.ts';
import { useWords } from '../../app/use-words.ts';

const groups = Object.keys(policyFeatureGroups) as PolicyFeatureGroup[];
/** A rule of its own, not a weight. */
const notWeighed: PolicyFeature = 'refused_offer';

const lines = ['offerAt', 'handOffAt', 'mildAtMost', 'busyRaisesOfferBy'] as const;

export function PolicyRules({
  policy,
  inForce,
  onChange,
}: {
  policy: HandOffPolicy;
  inForce: HandOffPolicy;
  onChange: (policy: HandOffPolicy) => void;
}) {
  const say = useWords('policy');
  const setLine = (name: (typeof lines)[number], value: number) => {
    const next = { ...policy, [name]: value };
    if (name === 'offerAt') next.handOffAt = Math.max(next.handOffAt, value);
    if (name === 'handOffAt') next.offerAt = Math.min(next.offerAt, value);
    onChange(next);
  };
  return (
    <Stack maw={1100}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Fieldset legend={say.lines}>
          {lines.map((name) => (
            <Weight
              key={name}
              label={say[name]}
              value={policy[name]}
              was={inForce[name]}
              min={name === 'offerAt' || name === 'handOffAt' ? 5 : 0}
              onChange={(value) => setLine(name, value)}
            />
          ))}
          <NumberInput
            mt="sm"
            label={say.highValueFrom}
            min={0}
            step={100}
            thousandSeparator=","
            value={policy.highValueFrom}
            onChange={(value) => onChange({ ...policy, highValueFrom: Number(value) || 0 })}
          />
        </Fieldset>
        <Fieldset legend={say.floor}>
          <Text size="sm" className="dim" mb="sm">
            {say.floorHint}
          </Text>
          <Stack gap="xs">
            {policyTightenings.map((name) => (
              <Switch
                key={name}
                label={say.tighten[name]}
                checked={policy.tighten[name]}
                onChange={(event) =>
                  onChange({
                    ...policy,
                    tighten: { ...policy.tighten, [name]: event.currentTarget.checked },
                  })
                }
              />
            ))}
          </Stack>
        </Fieldset>
        {groups.map((group) => (
          <Fieldset key={group} legend={say.groups[group]}>
            {weighedIn(group).map((feature) => (
              <Weight
                key={feature}
                label={say.features[feature]}
                value={policy.points[feature]}
                was={inForce.points[feature]}
                min={feature === 'happy' ? -100 : 0}
                onChange={(value) => onChange({ ...policy, points: { ...policy.points, [feature]: value } })}
              />
            ))}
          </Fieldset>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function weighedIn(group: PolicyFeatureGroup): PolicyFeature[] {
  return policyFeatureGroups[group].filter((feature) => feature !== notWeighed);
}

function Weight({
  label,
  value,
  was,
  min,
  onChange,
}: {
  label: string;
  value: number;
  was: number;
  min: number;
  onChange: (value: number) => void;
}) {
  const say = useWords('policy');
  return (
    <div style={{ marginBottom: 8 }}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm">{label}</Text>
        <Text size="sm" fw={value === was ? 400 : 700} style={{ whiteSpace: 'nowrap' }}>
          {value === was ? say.points(value) : `${was} → ${say.points(value)}`}
        </Text>
      </Group>
      <Slider
        size="sm"
        label={null}
        min={min}
        max={200}
        step={5}
        value={value}
        onChange={onChange}
        thumbLabel={label}
        {...(value === was ? {} : { color: 'orange' })}
      />
    </div>
  );
}
