import { Accordion, Badge, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deskRoutes, type Order, orderStatusNames } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { ago, day, dayAndClock, yuan } from '../../ui/time.ts';

/** Who the customer is, beside every conversation. */
export function CustomerPanel({
  customerId,
  conversationId,
  page,
}: {
  customerId: string;
  conversationId: string;
  page: string | null;
}) {
  const say = useWords('conversation');
  const inbox = useWords('inbox');
  const language = useLanguage();
  const panel = useQuery({
    queryKey: keys.panel(customerId, language),
    queryFn: () => call(deskRoutes.getCustomerPanel, { params: { customerId }, query: { language } }),
  });
  if (!panel.data) return <Loader size="sm" m="40px auto" display="block" />;
  const { customer, orders, browsing, past } = panel.data;
  const facts = [
    [say.level, say.levels[customer.level] ?? customer.level],
    [say.spent, customer.spentCents > 0 ? yuan(customer.spentCents) : ''],
    [say.since, day(customer.firstSeenAt, language)],
    [say.page, page ? pathOf(page) : ''],
  ].filter(([, value]) => value);
  return (
    <Stack gap="md">
      <div>
        <Title order={3} size="h4">
          {customer.name || inbox.visitor}
        </Title>
        <Text size="sm" className="dim">
          {customer.identified
            ? [customer.city, customer.email, customer.phone].filter(Boolean).join(' · ')
            : say.visitor}
        </Text>
        {customer.tags.length > 0 && (
          <Group gap={5} mt={6}>
            {customer.tags.map((tag) => (
              <Badge key={tag} variant="light" tt="none">
                {tag}
              </Badge>
            ))}
          </Group>
        )}
      </div>
      <dl
        style={{
          display: 'grid',
          gridTemplateColumns: 'max-content 1fr',
          gap: '3px 14px',
          margin: 0,
          fontSize: 14,
        }}
      >
        {facts.map(([name, value]) => [
          <dt key={name} className="dim">
            {name}
          </dt>,
          <dd key={`${name}-value`} style={{ margin: 0, overflowWrap: 'anywhere' }}>
            {value}
          </dd>,
        ])}
      </dl>
      {customer.identified && (
        <section>
          <Text fw={650} size="sm" component="h4" m={0}>
            {say.orders}
          </Text>
          {orders.length === 0 && (
            <Text size="sm" className="dim">
              {say.noOrders}
            </Text>
          )}
          <Accordion chevronPosition="right" variant="default">
            {orders.map((order) => (
              <OrderItem key={order.number} order={order} />
            ))}
          </Accordion>
        </section>
      )}
      {browsing.length > 0 && (
        <section>
          <Text fw={650} size="sm" component="h4" m={0} mb={4}>
            {say.browsing}
          </Text>
          {browsing.slice(0, 8).map((seen) => (
            <Group key={`${seen.at}${seen.label}`} gap={8} wrap="nowrap" mb={4}>
              {seen.pictureUrl ? (
                <img src={seen.pictureUrl} alt="" width={30} height={30} style={{ borderRadius: 6 }} />
              ) : (
                <span style={{ width: 30, textAlign: 'center' }} aria-hidden>
                  ⌕
                </span>
              )}
              <Text size="sm" flex={1} lineClamp={1}>
                {seen.label}
              </Text>
              <Text size="xs" className="dim">
                {seen.kind === 'search' ? say.searchedFor : seen.kind === 'cart' ? say.carted : say.looked} ·{' '}
                {ago(seen.at, Date.now(), language)}
              </Text>
            </Group>
          ))}
        </section>
      )}
      {past.some((one) => one.conversationId !== conversationId) && (
        <section>
          <Text fw={650} size="sm" component="h4" m={0} mb={4}>
            {say.past}
          </Text>
          {past
            .filter((one) => one.conversationId !== conversationId)
            .map((one) => (
              <Link
                key={one.conversationId}
                to="/inbox/$view/$conversationId"
                params={{ view: 'all', conversationId: one.conversationId }}
                style={{ color: 'inherit', fontSize: 14, display: 'block' }}
              >
                {dayAndClock(one.openedAt, language)} · {inbox.status[one.status]} · {one.preview}
              </Link>
            ))}
        </section>
      )}
    </Stack>
  );
}

function OrderItem({ order }: { order: Order }) {
  const language = useLanguage();
  return (
    <Accordion.Item value={order.number}>
      <Accordion.Control px={0}>
        <Group justify="space-between" gap={6} wrap="nowrap">
          <Text size="sm">{order.number}</Text>
          <Text size="xs" className="dim">
            {orderStatusNames[order.status]?.[language] ?? order.status} · {yuan(order.totalCents)}
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        {order.items.map((item) => (
          <Group key={item.sku} gap={8} wrap="nowrap" mb={4}>
            <img src={item.pictureUrl} alt="" width={34} height={34} style={{ borderRadius: 6 }} />
            <Text size="sm" flex={1}>
              {item.name}
            </Text>
            <Text size="sm">× {item.quantity}</Text>
          </Group>
        ))}
        <Text size="xs" className="dim">
          {day(order.placedAt, language)} · {order.address}
        </Text>
        {order.note && (
          <Text size="sm" mt={4}>
            {order.note}
          </Text>
        )}
        {order.shipment && (
          <>
            <Text size="sm" mt={6}>
              {order.shipment.carrier} {order.shipment.trackingNumber}
            </Text>
            {[...order.shipment.steps].reverse().map((step) => (
              <Text key={step.at} size="xs" className="dim">
                {dayAndClock(step.at, language)} {step.text}
              </Text>
            ))}
          </>
        )}
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function pathOf(page: string): string {
  try {
    return new URL(page).pathname;
  } catch {
    return page;
  }
}
