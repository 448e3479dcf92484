FROM gcr.io/distroless/nodejs22-debian12:nonroot
COPY . .
CMD ["node", "server.js"]
