import {
  ActionIcon,
  Group,
  Loader,
  Popover,
  ScrollArea,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconSearch, IconShoppingBag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CardRef, type Conversation, deskRoutes, orderStatusNames } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useWords } from '../../app/use-words.ts';
import { yuan } from '../../ui/time.ts';

/** A card to be sent with the message, and the name it has until then. */
export type PickedCard = { ref: CardRef; name: string };

/** Finds one of the customer's orders or a product of the shop to send as a card. */
export function CardPicker({
  conversation,
  onPick,
}: {
  conversation: Conversation;
  onPick: (card: PickedCard) => void;
}) {
  const say = useWords('conversation');
  const [isOpen, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={isOpen} onChange={close} width={320} position="top-start" shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon onClick={toggle} variant="subtle" color="gray" size={38} aria-label={say.sendCard}>
          <IconShoppingBag size={20} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <Found
          conversation={conversation}
          onPick={(card) => {
            close();
            onPick(card);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Found({ conversation, onPick }: { conversation: Conversation; onPick: (card: PickedCard) => void }) {
  const say = useWords('conversation');
  // The customer reads the card, so it is in the conversation's language.
  const { customerId, language } = conversation;
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, 150);
  const products = useQuery({
    queryKey: keys.products(settled, language),
    queryFn: async () =>
      (await call(deskRoutes.searchProducts, { query: { search: settled, language } })).products,
    placeholderData: (before) => before,
  });
  const panel = useQuery({
    queryKey: keys.panel(customerId, language),
    queryFn: () => call(deskRoutes.getCustomerPanel, { params: { customerId }, query: { language } }),
  });
  const wanted = settled.trim().toLowerCase();
  const orders = (panel.data?.orders ?? []).filter((order) =>
    [order.number, ...order.items.map((item) => item.name)].join(' ').toLowerCase().includes(wanted),
  );
  const nothing = products.data?.length === 0 && orders.length === 0;
  return (
    <>
      <TextInput
        data-autofocus
        size="sm"
        mb={6}
        leftSection={<IconSearch size={16} />}
        placeholder={say.findCard}
        aria-label={say.findCard}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ScrollArea.Autosize mah={300} type="auto">
        {!products.data && <Loader size="xs" m="12px auto" display="block" />}
        {nothing && (
          <Text size="sm" className="dim" p={6}>
            {say.noCard}
          </Text>
        )}
        {orders.slice(0, 5).map((order) => (
          <Option
            key={order.number}
            name={order.number}
            detail={`${orderStatusNames[order.status]?.[language] ?? order.status} · ${yuan(order.totalCents)}`}
            pictureUrl={order.items[0]?.pictureUrl ?? ''}
            onPick={() => onPick({ ref: { kind: 'order', number: order.number }, name: order.number })}
          />
        ))}
        {products.data?.map((product) => (
          <Option
            key={product.sku}
            name={product.name}
            detail={`${yuan(product.priceCents)} · ${say.inStock(product.stock)}`}
            pictureUrl={product.pictureUrl}
            onPick={() => onPick({ ref: { kind: 'product', sku: product.sku }, name: product.name })}
          />
        ))}
      </ScrollArea.Autosize>
    </>
  );
}

function Option(props: { name: string; detail: string; pictureUrl: string; onPick: () => void }) {
  return (
    <UnstyledButton className="option" onClick={props.onPick}>
      <Group gap={8} wrap="nowrap">
        <img src={props.pictureUrl} alt="" width={36} height={36} style={{ borderRadius: 6 }} />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" truncate>
            {props.name}
          </Text>
          <Text size="xs" className="dim">
            {props.detail}
          </Text>
        </div>
      </Group>
    </UnstyledButton>
  );
}
