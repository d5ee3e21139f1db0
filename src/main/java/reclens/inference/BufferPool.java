package reclens.inference;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Buffers and kernels for the calls under way at one time; each call leases a set and gives it back. */
final class BufferPool {
    private final ConcurrentLinkedDeque<Lease> free = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** @throws IllegalStateException after {@link #close()} */
    Lease lease() {
        if (closed) {
            throw new IllegalStateException("the model is closed");
        }
        Lease lease = free.poll();
        return lease == null ? new Lease(Engine.kernels(), new PassBuffers()) : lease;
    }

    /** One part of a call; which thread takes it may not change what it computes. */
    interface Part {
        void run(Lease lease, int index);
    }

    /**
     * Parts of one call on all cores, each with buffers of its own and one BLAS thread. The threads are those that the JVM shares
     * among all, made when first needed; a single part stays on the caller's. After a fault no part is begun, and the fault is
     * thrown when those under way are through: whoever cancels may release the model then.
     *
     * @param count parts, numbered from 0
     */
    void forEach(int count, Part part) {
        // Kept from the stream, which would return before the other parts end, and throw a copy.
        AtomicReference<RuntimeException> fault = new AtomicReference<>();
        IntStream parts = IntStream.range(0, count);
        (count > 1 ? parts.parallel() : parts).forEach(index -> {
            if (fault.get() == null) {
                try (Lease lease = lease()) {
                    part.run(lease, index);
                } catch (RuntimeException e) {
                    fault.compareAndSet(null, e);
                }
            }
        });
        if (fault.get() != null) {
            throw fault.get();
        }
    }

    /** Calls under way end as usual; their buffers go with them. */
    void close() {
        closed = true;
        free.clear();
    }

    final class Lease implements AutoCloseable {
        private final Kernels kernels;
        private final PassBuffers buffers;
        private BackwardKernels backward;

        private Lease(Kernels kernels, PassBuffers buffers) {
            this.kernels = kernels;
            this.buffers = buffers;
        }

        Kernels kernels() {
            return kernels;
        }

        PassBuffers buffers() {
            return buffers;
        }

        /** For gradients; made when first asked for. */
        BackwardKernels backward() {
            if (backward == null) {
                backward = new BackwardKernels();
            }
            return backward;
        }

        @Override
        public void close() {
            if (!closed) {
                free.push(this);
            }
        }
    }
}
