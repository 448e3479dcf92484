import { linkOf } from './links';

// What the module calls for it stays on the server: the component has nothing of it to hand on.
export default async function Page() {
  return <p>{(await linkOf())?.url}</p>;
}
