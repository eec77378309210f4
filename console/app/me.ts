import { useQuery } from '@tanstack/react-query';
import { deskRoutes, type Role } from '../../contract/index.ts';
import { call } from '../api.ts';
import { keys } from './queries.ts';

export function useMe() {
  return useQuery({
    queryKey: keys.me,
    queryFn: () => call(deskRoutes.getMe),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const mayTalk = (role: Role) => role !== 'editor';
export const mayEdit = (role: Role) => role !== 'agent';
export const mayManage = (role: Role) => role === 'owner' || role === 'supervisor';

export function useAgents() {
  return useQuery({ queryKey: keys.agents, queryFn: async () => (await call(deskRoutes.listAgents)).agents });
}

export function useGroups() {
  return useQuery({ queryKey: keys.groups, queryFn: async () => (await call(deskRoutes.listGroups)).groups });
}
