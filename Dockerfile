# The JDK image has neither curl nor wget, so mvnw could not download Maven there; this image contains Maven.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
# Builds only the jar; ./mvnw verify runs the tests and the other checks. The local repository is a cache mount outside
# the layers, so that a changed pom.xml does not download everything again.
# A release adds the profile sbom.
ARG PROFILES='!static-analysis'
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -Dcheckstyle.skip=true -P "$PROFILES" package

FROM eclipse-temurin:25-jre AS runtime
# The account has a name because scripts that run in the container may query it.
RUN groupadd --gid 10001 tat \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin tat \
    && install -d -o 10001 -g 10001 /data
WORKDIR /app
COPY src/main/docker/java.options src/main/docker/healthcheck ./
COPY --from=build /build/target/tat-emulator.jar ./

# The JVM accepts a cache only with the same JDK and jar as in the training run, and compares the path, size and time of
# the jar. So the training run uses the layers of the final image, in a stage that is not part of it.
FROM runtime AS training
RUN java -XX:AOTCacheOutput=tat-emulator.aot @java.options -cp /app/tat-emulator.jar io.tatemulator.TrainingRun

FROM runtime
COPY --from=training /app/tat-emulator.aot ./
# Must follow the creation of the folder: a new named volume copies its owner from the image.
VOLUME /data
# The loopback address of a container is not reachable from outside; the options of `docker run` decide which port is
# published, and where. The health check reads the port from the endpoint file, in a folder that is always writable.
ENV SERVER_ADDRESS=0.0.0.0 \
    TAT_DATA_DIR=/data \
    TAT_ENDPOINT_FILE=/tmp/tat-emulator.endpoint
EXPOSE 8080
# By number, so that an orchestrator can verify that it is not root.
USER 10001:10001

HEALTHCHECK --interval=2s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "/app/healthcheck"]

ARG VERSION=dev
# Without these, version and ref.name would be inherited from the Ubuntu base image.
LABEL org.opencontainers.image.title="tat-emulator" \
      org.opencontainers.image.description="Stands in for Tencent Cloud's TAT API on a developer's machine and in CI" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.ref.name="tat-emulator" \
      org.opencontainers.image.version="${VERSION}"

ENTRYPOINT ["java", "-XX:AOTCache=/app/tat-emulator.aot", "@/app/java.options", "-jar", "/app/tat-emulator.jar"]
