interface FetchEvent extends Event {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

addEventListener('fetch', (event) => {
  const fetched = event as FetchEvent;
  fetched.respondWith(fetch(fetched.request));
});
