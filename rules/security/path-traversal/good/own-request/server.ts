export const Server = { config: { uploads: '/srv/uploads' } };
