# syntax=docker/dockerfile:1
# Chainrule in a container; how to run it, and with which flags, stands in deploy/README.md.

# The packages as the lock file names them; nothing is compiled.
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund

# The pages and the sandbox child's program, so that the container starts at once and needs to write nothing of its own.
FROM packages AS build
COPY . .
RUN npm run build && rm -rf web/.next/cache web/.next/trace*

# What only tests and authors of the program need stays behind.
FROM packages AS runtime-packages
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
# tini ends what the sandbox's children leave; bubblewrap is one of the sandbox's layers, where the kernel lets it work.
RUN apt-get update \
	&& apt-get install --yes --no-install-recommends bubblewrap tini \
	&& rm -rf /var/lib/apt/lists/* \
	&& install --directory --owner=node --group=node --mode=0700 /data
WORKDIR /app
COPY --from=runtime-packages /app/node_modules ./node_modules
COPY --from=build /app/node_modules/.cache/chainrule ./node_modules/.cache/chainrule
COPY --from=build /app/package.json /app/package-lock.json ./
COPY --from=build /app/reference ./reference
COPY --from=build /app/exercises ./exercises
COPY --from=build /app/db ./db
COPY --from=build /app/grader ./grader
COPY --from=build /app/web ./web
COPY --from=build /app/deploy ./deploy
ENV NODE_ENV=production \
	NEXT_TELEMETRY_DISABLED=1 \
	CHAINRULE_DATA=/data \
	CHAINRULE_HOST=0.0.0.0 \
	PORT=3000 \
	PATH=/app/node_modules/.bin:/usr/local/bin:/usr/bin:/bin
USER node
VOLUME ["/data"]
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
	CMD ["node", "deploy/is-ready.ts"]
ENTRYPOINT ["/usr/bin/tini", "-g", "--", "node", "grader/cli/main.ts"]
CMD ["serve"]
