import { Badge, Button, Group, Loader, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deskRoutes, type HandOffPolicy, type PolicyVersion } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useWords } from '../../app/use-words.ts';
import { PolicyEffect } from './policy-effect.tsx';
import { PolicyHistory } from './policy-history.tsx';
import { PolicyRules } from './policy-rules.tsx';
import { askToPublish } from './publish-policy.tsx';

/** Supervisors read the hand-off policy, change it, see what that would do, and put it into force. */
export function PolicyScreen() {
  const versions = useQuery({
    queryKey: keys.policies,
    queryFn: async () => (await call(deskRoutes.listPolicies)).versions,
  });
  const inForce = versions.data?.find((one) => one.inForce);
  if (!versions.data || !inForce) return <Loader m="auto" />;
  return <Editor key={inForce.version} versions={versions.data} inForce={inForce} />;
}

function Editor({ versions, inForce }: { versions: PolicyVersion[]; inForce: PolicyVersion }) {
  const say = useWords('policy');
  const act = useAct();
  const [draft, setDraft] = useState<PolicyVersion | null>(null);
  const [policy, setPolicy] = useState<HandOffPolicy>(inForce.policy);
  const [tab, setTab] = useState<string | null>('rules');
  const changed = JSON.stringify(policy) !== JSON.stringify((draft ?? inForce).policy);
  const differs = JSON.stringify(policy) !== JSON.stringify(inForce.policy);

  const save = async (): Promise<PolicyVersion | null> => {
    if (draft && !changed) return draft;
    const saved = await act(
      () =>
        draft
          ? call(deskRoutes.updatePolicyDraft, {
              params: { version: String(draft.version) },
              body: { policy, note: draft.note, revision: draft.revision },
            })
          : call(deskRoutes.savePolicyDraft, { body: { policy, basedOn: inForce.version } }),
      say.saved,
    );
    if (saved) {
      setDraft(saved);
      await queries.invalidateQueries({ queryKey: keys.policies });
    }
    return saved;
  };
  const publish = async () => {
    const saved = await save();
    if (saved) askToPublish(saved, inForce.version, say.publishTitle);
  };
  const edit = (version: PolicyVersion) => {
    setDraft(version);
    setPolicy(version.policy);
    setTab('rules');
  };
  return (
    <div className="screen">
      <Group justify="space-between" mb="xs" gap="sm">
        <Group gap="sm">
          <Title order={1} size="h3">
            {say.title}
          </Title>
          <Badge variant="light" tt="none">
            {draft ? `${say.draft} · ${say.version(draft.version)}` : say.inForce(inForce.version)}
          </Badge>
        </Group>
        <Group gap="xs">
          {(changed || draft) && (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                setDraft(null);
                setPolicy(inForce.policy);
              }}
            >
              {say.reset}
            </Button>
          )}
          <Button variant="default" disabled={!changed} onClick={save}>
            {say.saveDraft}
          </Button>
          <Button disabled={!differs} onClick={publish}>
            {say.publish}
          </Button>
        </Group>
      </Group>
      <Text size="sm" className="dim" maw={760} mb="md">
        {say.lead}
      </Text>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="rules">{say.rules}</Tabs.Tab>
          <Tabs.Tab value="effect">{say.change}</Tabs.Tab>
          <Tabs.Tab value="history">{say.history}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="rules">
          <PolicyRules policy={policy} inForce={inForce.policy} onChange={setPolicy} />
        </Tabs.Panel>
        <Tabs.Panel value="effect">
          <PolicyEffect policy={policy} differs={differs} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <PolicyHistory versions={versions} inForce={inForce} onEdit={edit} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
