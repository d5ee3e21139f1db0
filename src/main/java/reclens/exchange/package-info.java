/** The public JSON documents that other people's scripts rely on. Fields are only ever added. */
package reclens.exchange;
