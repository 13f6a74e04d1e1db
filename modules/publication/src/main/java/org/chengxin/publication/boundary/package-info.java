/** What everybody may ask: search, a subject's page, its public records. It reads the public projection and nothing else. */
package org.chengxin.publication.boundary;
