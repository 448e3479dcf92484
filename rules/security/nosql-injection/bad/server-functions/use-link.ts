import { findLink } from './action';

export const useLink = (id: string) => () => findLink({ workspace: { id } });
