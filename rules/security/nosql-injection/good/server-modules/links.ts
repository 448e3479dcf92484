import { createLink } from './create';
import { currentWorkspace } from './session';

export async function linkOf() {
  return createLink({ workspace: await currentWorkspace() });
}
