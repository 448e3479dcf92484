'use server';

import { createLink } from './create';
import { currentWorkspace } from './session';

export async function addLink() {
  return createLink({ workspace: await currentWorkspace() });
}
