# The JDK image has neither curl nor wget, so mvnw could not download a Maven there; this one brings its own.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
# The local repository lives outside the layers, so that a changed pom.xml does not download everything again.
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q -DskipTests package
RUN java -Djarmode=tools -jar target/tat-emulator.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
# The account has a name because scripts that run here may ask for it.
RUN groupadd --gid 10001 tat \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin tat \
    && install -d -o 10001 -g 10001 /data
# Only now that the folder has its owner: a new named volume takes that over from the image.
VOLUME /data
WORKDIR /app
# From what changes least to what changes most, so that a new build of ours shares all but the last layer.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./

# A container's loopback is out of reach for everyone else; what is published, and where, is decided by whoever runs it.
ENV SERVER_ADDRESS=0.0.0.0 \
    TAT_DATA_DIR=/data
EXPOSE 8080
# By number, so that an orchestrator can tell that it is not root.
USER 10001:10001

# The JRE image has neither curl nor wget, but its own entry point is a bash script, so bash is there; a JVM for each
# probe would cost far more than the answer is worth.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /_tat/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [[ $status == 200* ]] || exit 1"]

ARG VERSION=dev
# version and ref.name would otherwise be inherited from the Ubuntu image underneath.
LABEL org.opencontainers.image.title="tat-emulator" \
      org.opencontainers.image.description="Stands in for Tencent Cloud's TAT API on a developer's machine and in CI" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.ref.name="tat-emulator" \
      org.opencontainers.image.version="${VERSION}"

# The heap may grow with the container's memory limit; the default, a quarter of it, would waste most of a small one.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/app/tat-emulator.jar"]
