package io.tatemulator.protocol.http;

import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;

/**
 * HTTP/1.1 whose Host header may begin with a scheme, as tccli writes it when its endpoint has one.
 * The server validates the rest with all its checks; the header itself stays unchanged, since it is
 * part of the signing input.
 */
public final class SchemeInHostProtocol extends Http11NioProtocol {
  @Override
  protected Processor createProcessor() {
    return new SchemeInHostProcessor(this, getAdapter());
  }

  private static final class SchemeInHostProcessor extends Http11Processor {
    SchemeInHostProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
      super(protocol, adapter);
    }

    @Override
    protected void parseHost(MessageBytes host) {
      super.parseHost(host == null || host.isNull() ? host : withoutScheme(host));
    }

    private static MessageBytes withoutScheme(MessageBytes host) {
      ByteChunk bytes = host.getByteChunk();
      int schemeLength = 0;
      for (String prefix : new String[] {"http://", "https://"}) {
        if (bytes.startsWithIgnoreCase(prefix, 0)) {
          schemeLength = prefix.length();
        }
      }
      if (schemeLength == 0) {
        return host;
      }
      MessageBytes rest = MessageBytes.newInstance();
      rest.setBytes(
          bytes.getBytes(), bytes.getStart() + schemeLength, bytes.getLength() - schemeLength);
      return rest;
    }
  }
}
