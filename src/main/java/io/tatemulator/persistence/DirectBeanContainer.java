package io.tatemulator.persistence;

import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;

/**
 * Creates Hibernate's converters without Spring. Hibernate is initialized in a separate thread and
 * would otherwise use Spring, whose lock the start holds while it waits for that thread.
 */
public final class DirectBeanContainer implements BeanContainer {
  @Override
  public <B> ContainedBean<B> getBean(
      Class<B> type, LifecycleOptions options, BeanInstanceProducer fallback) {
    B bean = fallback.produceBeanInstance(type);
    return new DirectBean<>(type, bean);
  }

  @Override
  public <B> ContainedBean<B> getBean(
      String name, Class<B> type, LifecycleOptions options, BeanInstanceProducer fallback) {
    return new DirectBean<>(type, fallback.produceBeanInstance(name, type));
  }

  @Override
  public void stop() {
    // Nothing to release.
  }

  private record DirectBean<B>(Class<B> type, B bean) implements ContainedBean<B> {
    @Override
    public B getBeanInstance() {
      return bean;
    }

    @Override
    public Class<B> getBeanClass() {
      return type;
    }
  }
}
