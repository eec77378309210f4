import { Fieldset, NumberInput, PasswordInput, SimpleGrid, Switch, TextInput } from '@mantine/core';
import type { ModelSettings, ModelSettingsDraft } from '../../../contract/index.ts';
import { useWords } from '../../app/use-words.ts';

export type Endpoint = NonNullable<ModelSettingsDraft['primary']>;
export const noEndpoint: Endpoint = { url: '', model: '', inputPrice: 0, outputPrice: 0 };

/** One model: where it is, what it is called, what it costs. A stored key is never shown, only that there is one. */
export function EndpointFields({
  title,
  hint,
  value,
  stored,
  onChange,
}: {
  title: string;
  hint?: string;
  value: Endpoint;
  stored: ModelSettings['primary'];
  onChange: (next: Endpoint) => void;
}) {
  const say = useWords('model');
  const set = (next: Partial<Endpoint>) => onChange({ ...value, ...next });
  const removing = value.key === '';
  const price = (label: string, name: 'inputPrice' | 'outputPrice') => (
    <NumberInput
      label={label}
      min={0}
      decimalScale={4}
      value={value[name]}
      onChange={(next) => set({ [name]: Number(next) || 0 })}
    />
  );
  return (
    <Fieldset legend={title}>
      {hint && (
        <p className="dim" style={{ margin: '0 0 10px', fontSize: 13 }}>
          {hint}
        </p>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={say.url}
          description={say.urlHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder="https://…/v1"
          type="url"
          value={value.url}
          onChange={(event) => set({ url: event.currentTarget.value.trim() })}
        />
        <TextInput
          label={say.model}
          value={value.model}
          onChange={(event) => set({ model: event.currentTarget.value })}
        />
        <PasswordInput
          label={say.key}
          description={stored?.keySet && !removing ? say.keySet : say.keyNone}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          disabled={removing}
          value={value.key ?? ''}
          onChange={(event) => {
            const { key: _, ...rest } = value;
            const key = event.currentTarget.value;
            onChange(key ? { ...rest, key } : rest);
          }}
        />
        {stored?.keySet ? (
          <Switch
            mt={{ base: 0, sm: 30 }}
            label={say.removeKey}
            checked={removing}
            onChange={(event) => {
              const { key: _, ...rest } = value;
              onChange(event.currentTarget.checked ? { ...rest, key: '' } : rest);
            }}
          />
        ) : (
          <span />
        )}
        {price(say.inputPrice, 'inputPrice')}
        {price(say.outputPrice, 'outputPrice')}
      </SimpleGrid>
    </Fieldset>
  );
}
