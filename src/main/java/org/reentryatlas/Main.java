package org.reentryatlas;

public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
