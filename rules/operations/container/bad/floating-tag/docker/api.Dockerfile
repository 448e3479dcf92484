FROM node:22-slim AS build
RUN npm ci && npm run build
# expect: container
FROM node:lts-alpine
ENV NODE_ENV=production
COPY --from=build /app /app
USER node
USER root
# expect: container
ENTRYPOINT ["npm", "start"]
